import type { Times } from './protocol';

/**
 * Milliseconds from a call until what it did is painted: the call is made at the start of a frame; the clock stops at
 * the first task after the frame's own style, layout and paint. The work of the next frame, where observers and late
 * updates show, is added; waiting for it is not. Layout that is still due is forced within the time.
 *
 * What is not complete by then is waited for: the next call must not meet a page that is still at work.
 */
export async function timed(call: () => void, complete: () => boolean): Promise<Times> {
  let started = 0;
  const first = await frame(() => {
    started = performance.now();
    call();
  });
  const painted = first + (await frame(() => undefined));
  if (complete()) return { painted, whole: painted };
  while (!complete()) await new Promise((resolve) => setTimeout(resolve, 0));
  const whole = performance.now() - started;
  return { painted, whole: whole + (await frame(() => undefined)) };
}

function frame(work: () => void): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const started = performance.now();
      work();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        document.body.getBoundingClientRect();
        resolve(performance.now() - started);
        port1.close();
      };
      port2.postMessage(0);
    });
  });
}

/** Lets the page come to rest, so that nobody pays for what was before; `thorough` before another subject's turn. */
export async function rest(thorough = false): Promise<void> {
  window.gc?.({ type: thorough ? 'major' : 'minor' });
  await frame(() => undefined);
}
