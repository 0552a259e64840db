(function () {
  "use strict";
  var key = "tei-edition view";
  try {
    var chosen = localStorage.getItem(key);
    document.querySelectorAll('input[name="view"]').forEach(function (input) {
      if (input.value === chosen) { input.checked = true; }
      input.addEventListener("change", function () { localStorage.setItem(key, input.value); });
    });
  } catch (error) { return; }
})();
