/* The labels of a chart as the browser shows them, and what of them lies on something else. */
() => {
  const box = (e) => {
    const r = e.getBoundingClientRect();
    return [r.left, r.top, r.right, r.bottom];
  };
  const ink = (text) => {
    const [left, top, right, bottom] = box(text);
    const margin = (bottom - top) * 0.2; // above the capitals, and below what hangs down
    return [left, top + margin, right, bottom - margin];
  };
  const touch = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
  const strokes = [...document.querySelectorAll(".edge")].flatMap((edge) => {
    const path = edge.querySelector("path");
    const moved = path.getScreenCTM();
    const spots = path
      .getAttribute("d")
      .match(/[\d.-]+,[\d.-]+/g)
      .map((spot) => spot.split(",").map(Number))
      .map(([x, y]) => [x + moved.e, y + moved.f]);
    const legs = spots.slice(1).map(([bx, by], i) => {
      const [ax, ay] = spots[i];
      return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
    });
    return [...legs, ...[...edge.querySelectorAll("polygon")].map(box)];
  });
  const boxes = [...document.querySelectorAll(".node rect")].map(box);
  const texts = [...document.querySelectorAll("text")];
  const labels = [...document.querySelectorAll(".edge text")];
  const found = labels.flatMap((label) => {
    const own = ink(label);
    const others = texts.filter((text) => text.parentNode !== label.parentNode).map(ink);
    const hit = [...strokes, ...boxes, ...others].some((other) => touch(own, other));
    return hit ? [label.textContent] : [];
  });
  for (const text of document.querySelectorAll(".node text:not(.sop-tanda *)")) {
    const [left, , right] = box(text);
    const [low, , high] = box(text.parentNode.querySelector("polygon, rect"));
    if (left < low || right > high) found.push(`${text.textContent} out of its symbol`);
  }
  const planned = texts.filter((text) => text.hasAttribute("textLength"));
  const upright = planned.filter((text) => !text.parentNode.matches("[transform*=rotate]"));
  const off = upright.map((text) =>
    Math.abs(text.getBoundingClientRect().width - Number(text.getAttribute("textLength"))),
  );
  return { found, off, labels: labels.length };
}
