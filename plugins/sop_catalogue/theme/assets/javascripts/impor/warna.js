/* Light or dark as the reader's system has it, but always light on paper. */
export function takeColours() {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const paper = matchMedia("print");
  function choose() {
    document.body.dataset.mdColorScheme = dark.matches && !paper.matches ? "slate" : "default";
  }
  dark.addEventListener("change", choose);
  paper.addEventListener("change", choose);
  choose();
}
