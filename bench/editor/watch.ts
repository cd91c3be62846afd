declare global {
  interface Window {
    /**
     * Milliseconds from the next event of a type, as the browser stamped it, until `there` held at the start of a frame
     * and that frame was painted. Waiting for the frame is in it.
     */
    paintedFrom: (type: string, there: () => boolean) => Promise<number>;
    /** What is being measured. */
    measured: Promise<number>;
  }
}

/** Runs in the page before anything else, and gives it `paintedFrom`. */
export function watchFrames(): void {
  window.paintedFrom = (type, there) =>
    new Promise((resolve) => {
      let began: number | undefined;
      window.addEventListener(type, (event) => (began ??= event.timeStamp), { capture: true, once: true });
      const look = (): void => {
        if (began === undefined || !there()) {
          requestAnimationFrame(look);
          return;
        }
        const since = began;
        // Comes after the frame's own style, layout and paint.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          resolve(performance.now() - since);
          port1.close();
        };
        port2.postMessage(0);
      };
      requestAnimationFrame(look);
    });
}
