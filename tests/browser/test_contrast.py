"""Every letter, line and sign stands out from what is behind it, by computed style, in both palettes.

axe-core sees neither the strokes of charts and maps, nor signs drawn by masks, nor the borders of fields.
"""

from __future__ import annotations

from tests.browser.driving.reader import SCHEME, Reader
from tests.browser.driving.visit import Door
from tests.turns import Share

MEASURE = r"""() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const kept = new Map();
  const read = text => {
    if (!kept.has(text)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = text;
      canvas.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
      kept.set(text, [r, g, b, a / 255]);
    }
    return kept.get(text);
  };
  const over = (top, below, alpha = 1) => {
    const a = top[3] * alpha;
    return [0, 1, 2].map(i => top[i] * a + below[i] * (1 - a)).concat(1);
  };
  const light = c => {
    const [r, g, b] = c.map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (a, b) => {
    const [low, high] = [light(a), light(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const behind = e => {
    const layers = [];
    for (let at = e; at; at = at.parentElement) {
      const s = getComputedStyle(at);
      layers.push(read(s.backgroundColor));
      // The pattern of the header and the footer is drawn with 13 % white.
      if (s.backgroundImage.includes('svg') && at.matches('.sop-hero, .md-footer')) layers.push([255, 255, 255, 0.13]);
    }
    return layers.reverse().reduce((below, top) => over(top, below), [255, 255, 255, 1]);
  };
  const faded = e => {
    let alpha = 1;
    for (let at = e; at; at = at.parentElement) alpha *= parseFloat(getComputedStyle(at).opacity);
    return alpha;
  };
  const found = {text: 0, stroke: 0, sign: 0, field: 0, low: []};
  const check = (kind, e, colour, ground, least) => {
    found[kind] += 1;
    const got = ratio(over(colour, ground, faded(e)), ground);
    if (got < least - 0.01) found.low.push(`${kind} ${got.toFixed(2)} < ${least}: ${e.outerHTML.slice(0, 90)}`);
  };
  for (const e of document.querySelectorAll('body *')) {
    if (!e.checkVisibility({opacityProperty: true, visibilityProperty: true}) || e.closest('.sop-tersembunyi')) continue;
    const box = e.getBoundingClientRect(), s = getComputedStyle(e);
    if (box.width <= 1 || box.height <= 1) continue;
    const own = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    if (e instanceof SVGElement) {
      const html = e.closest('svg').parentElement;
      const ground = behind(html);
      if (s.stroke !== 'none' && parseFloat(s.strokeWidth) && !e.matches('text, tspan, svg, g, a') && !e.closest('defs, symbol'))
        check('stroke', e, read(s.stroke), ground, 3);
      if (own && e.matches('text, tspan')) {
        const middle = [box.x + box.width / 2, box.y + box.height / 2];
        const shape = [...e.closest('svg').querySelectorAll('rect, polygon')].find(p => {
          const r = p.getBoundingClientRect();
          return r.left <= middle[0] && r.right >= middle[0] && r.top <= middle[1] && r.bottom >= middle[1];
        });
        const fill = shape ? getComputedStyle(shape).fill : 'none';
        check('text', e, read(s.fill), fill === 'none' ? ground : over(read(fill), ground), 4.5);
      }
      continue;
    }
    if (own && !e.matches('option, script, style, noscript')) {
      const size = parseFloat(s.fontSize), bold = parseInt(s.fontWeight) >= 700;
      check('text', e, read(s.color), behind(e), size >= 24 || (bold && size >= 18.66) ? 3 : 4.5);
    }
    if (e.matches('main :is(input, select)')) check('field', e, read(s.borderTopColor), behind(e.parentElement), 3);
    for (const part of ['', '::before', '::after']) {
      const p = part ? getComputedStyle(e, part) : s;
      if ((part && p.content === 'none') || p.display === 'none' || !/url|data:/.test(p.maskImage || '')) continue;
      const colour = read(p.backgroundColor).slice();
      if (part) colour[3] *= parseFloat(p.opacity);
      check('sign', e, colour, behind(part ? e : e.parentElement), 3);
    }
  }
  return found;
}"""


def test_everything_stands_out_from_what_is_behind_it(
    every_http: Door, reader: Reader, pages: list[str], share: Share
) -> None:
    """By day each page in one browser, by night in both."""
    page = reader.page(every_http, width=1280)
    seen = {"text": 0, "stroke": 0, "sign": 0, "field": 0}
    page.emulate_media(reduced_motion="reduce")
    for address in share(pages):
        page.goto(every_http.to(address))
        for scheme in ("default", "slate"):
            page.evaluate(SCHEME, scheme)
            found = page.evaluate(MEASURE)
            assert found["low"] == [], (address, scheme)
            seen = {kind: count + found[kind] for kind, count in seen.items()}
    assert seen["text"] > 2000
    assert seen["stroke"] > 60
    assert seen["sign"] > 100
    assert seen["field"] > 5
