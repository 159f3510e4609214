/** Scripts that measure the map's page in a browser. */

/** Notes the time at which the first picture of the map has been shown: the frame after the one that drew it. */
export const noteFirstPicture = `
  const look = () => requestAnimationFrame(() => {
    if (document.getElementById("map")?.dataset.pictures === undefined) return look();
    requestAnimationFrame(() => { window.firstPicture = performance.now(); });
  });
  look();
`;

/** Milliseconds of the slowest of 14 zooms, from the world to a town, each until its pixels are there. */
export const slowestZoom = `(async () => {
  const canvas = document.getElementById("map");
  const context = canvas.getContext("2d");
  const times = [];
  for (let at = 0; at < 14; at += 1) {
    const began = performance.now();
    canvas.dispatchEvent(new WheelEvent("wheel", { deltaY: -200, clientX: 700, clientY: 420, cancelable: true }));
    await new Promise((done) => requestAnimationFrame(done));
    context.getImageData(0, 0, 1, 1);
    times.push(performance.now() - began);
  }
  return Math.max(...times);
})()`;
