/* A page that leads on takes along what stands behind its address: which sheet was scanned, which part is meant. */

const own = document.currentScript;
if (own?.dataset.ke) {
  window.stop(); // before the page leads on by itself, without them
  location.replace(own.dataset.ke + location.search + location.hash);
}
