/** The sheet of "Seen keys". */
export const css = `
.cc-seen{font-size:var(--cc-size-small);line-height:var(--cc-line);color:var(--cc-text)}
.cc-seen summary{cursor:pointer;color:var(--cc-link);border-radius:var(--cc-radius);padding:2px 0}
.cc-seen summary:focus-visible{outline:none;box-shadow:var(--cc-focus)}
.cc-seen h3{margin:var(--cc-space-30) 0 0;font-size:inherit;font-weight:var(--cc-semibold)}
.cc-seen p{margin:var(--cc-space-20) 0;color:var(--cc-weak)}
.cc-seen ul{list-style:none;margin:0;padding:0}
.cc-seen li{display:flex;align-items:flex-start;gap:var(--cc-space-30);padding:var(--cc-space-20) 0;border-bottom:1px solid var(--cc-border)}
.cc-seen li>div{flex:1 1 auto;min-width:0;overflow-wrap:anywhere}
.cc-seen code{font-family:var(--cc-font-code);color:var(--cc-weak)}
`;
