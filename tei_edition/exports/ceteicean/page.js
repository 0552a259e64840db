"use strict";
(() => {
  const data = JSON.parse(document.querySelector("script[type='application/json']").textContent);
  const safe = value => (/^\s*(https?:|mailto:|#|\.{0,2}\/|[^:]*$)/i.test(value) ? value.trim().split(/\s+/)[0] : null);

  const link = element => {
    const target = safe(element.getAttribute("target") || "");
    const anchor = document.createElement("a");
    if (target) anchor.href = target;
    while (element.firstChild) anchor.append(element.firstChild);
    if (!anchor.textContent) anchor.textContent = element.getAttribute("target") || "";
    return anchor;
  };

  const graphic = element => {
    const image = document.createElement("img");
    image.alt = "";
    image.src = safe(element.getAttribute("url") || "") || "";
    return image;
  };

  const clean = (made, element) => {
    for (const name of element.getAttributeNames()) {
      if (/^(on|style$|contenteditable$|popover)/i.test(name)) made.removeAttribute(name);
    }
    if (element.localName === "tagsDecl") made.querySelectorAll("style").forEach(style => style.remove());
  };

  const xml = new DOMParser().parseFromString(data.tei, "application/xml");
  const all = xml.getElementsByTagName("*");
  for (const [place, before, after] of data.marks) {
    all[place].setAttribute("data-before", before);
    all[place].setAttribute("data-after", after);
  }
  const cetei = new CETEI({ omitDefaultBehaviors: true });
  cetei.addBehaviors({ namespaces: { tei: "http://www.tei-c.org/ns/1.0" }, tei: { ref: link, ptr: link, graphic } });
  cetei.domToHTML5(xml, dom => { document.querySelector("main").replaceChildren(dom); }, clean);
})();
