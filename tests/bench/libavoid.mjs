// Routes of libavoid between symbols at given places: a JSON list of charts on standard input, their routes on standard output.
import { AvoidLib } from "libavoid-js";

await AvoidLib.load();
const avoid = AvoidLib.getInstance();
const PINS = 1;

/**
 * @param {{ symbols: number[][], arrows: number[][] }} chart left, top, width, height of each symbol; the two ends of each arrow
 */
function routes(chart) {
  const router = new avoid.Router(avoid.OrthogonalRouting);
  router.setRoutingParameter(avoid.segmentPenalty, 30);
  router.setRoutingParameter(avoid.crossingPenalty, 110);
  router.setRoutingParameter(avoid.shapeBufferDistance, 6);
  router.setRoutingParameter(avoid.idealNudgingDistance, 8);
  router.setRoutingOption(avoid.nudgeOrthogonalSegmentsConnectedToShapes, true);
  const shapes = chart.symbols.map(([left, top, wide, high]) => {
    const corner = new avoid.Point(left, top);
    const shape = new avoid.ShapeRef(
      router,
      new avoid.Rectangle(corner, new avoid.Point(left + wide, top + high)),
    );
    for (const [x, y, way] of [
      [0.5, 0, avoid.ConnDirUp],
      [0.5, 1, avoid.ConnDirDown],
      [0, 0.5, avoid.ConnDirLeft],
      [1, 0.5, avoid.ConnDirRight],
    ]) {
      new avoid.ShapeConnectionPin(shape, PINS, x, y, true, 0, way).setExclusive(false);
    }
    return shape;
  });
  const lines = chart.arrows.map(
    ([from, to]) =>
      new avoid.ConnRef(
        router,
        new avoid.ConnEnd(shapes[from], PINS),
        new avoid.ConnEnd(shapes[to], PINS),
      ),
  );
  router.processTransaction();
  return lines.map((line) => {
    const route = line.displayRoute();
    return Array.from({ length: route.size() }, (_, i) => {
      const point = route.get_ps(i);
      return [point.x, point.y];
    });
  });
}

let input = "";
for await (const part of process.stdin) {
  input += part;
}
for (const chart of JSON.parse(input)) {
  console.log(JSON.stringify(routes(chart)));
}
