/** The side page: headings and places; its script fills them. */
export function sidePage(panels: readonly { name: string; title: string }[]): string {
  const extra = panels
    .map(
      ({ name, title }) => `
  <section aria-labelledby="heading-${name}">
    <h2 id="heading-${name}">${title}</h2>
    <div id="panel-${name}"></div>
  </section>`,
    )
    .join('');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Flex sandbox: controls</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/sandbox/side-page.css">
<script src="/sandbox/side-page.js" defer></script>
${panels.map(({ name }) => `<script src="/sandbox/panel-${name}.js" defer></script>`).join('\n')}
</head>
<body>
<header>
  <h1>Flex sandbox</h1>
  <p><a href="/agent-desktop" target="flex">Open Flex</a></p>
  <button type="button" id="reset" class="quiet">Start over</button>
</header>
<p id="status" role="status"></p>
<main>
  <section aria-labelledby="heading-session">
    <h2 id="heading-session">In front of Flex</h2>
    <div id="session"></div>
  </section>
  <section aria-labelledby="heading-new-task">
    <h2 id="heading-new-task">New task</h2>
    <div id="new-task"></div>
  </section>
  <section aria-labelledby="heading-tasks">
    <h2 id="heading-tasks">Tasks</h2>
    <ul id="tasks"></ul>
  </section>
  <section aria-labelledby="heading-schema">
    <h2 id="heading-schema">Display schema</h2>
    <div id="schema"></div>
  </section>${extra}
  <section aria-labelledby="heading-faults">
    <h2 id="heading-faults">Break something</h2>
    <div id="faults"></div>
  </section>
</main>
</body>
</html>
`;
}
