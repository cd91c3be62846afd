/**
 * Places in a script that turn text into code: `eval(…)`, `new Function(…)`, `Function("…")`. A page whose content
 * security policy forbids `unsafe-eval` refuses them.
 * @returns each with a little of what surrounds it
 */
export function evaluatingCode(script: string): string[] {
  return [...script.matchAll(/(?<![\w$.])(?:eval\(|(?:new )?Function\((?=["'`\w]))/g)].map(({ index }) =>
    script.slice(Math.max(0, index - 40), index + 60).replaceAll(/\s+/g, ' '),
  );
}
