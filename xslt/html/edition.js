/* The page works without this. It remembers the chosen view, and puts an explanation beside its word in browsers that can. */
(function () {
  "use strict";
  var key = "tei-edition view";
  document.styleSheets[0].insertRule(
    "@supports (position-area: block-end) { .why-box { inset: auto; margin: .4rem; position-area: block-end span-inline-end;" +
    " position-try-fallbacks: flip-block, flip-inline, flip-block flip-inline; }" +
    " @media (max-width: 40rem) { .why-box { position-area: block-end span-all; position-try-fallbacks: flip-block; } } }", document.styleSheets[0].cssRules.length);
  try {
    var chosen = localStorage.getItem(key);
    document.querySelectorAll('input[name="view"]').forEach(function (input) {
      if (input.value === chosen) { input.checked = true; }
      input.addEventListener("change", function () { localStorage.setItem(key, input.value); });
    });
  } catch (error) { return; }
})();
