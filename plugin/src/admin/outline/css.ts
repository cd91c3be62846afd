/** The outline's own sheet, on the custom properties of the agents' sheet (theme/tokens.ts). */
export const css = `
.cc-outline{display:flex;flex-direction:column;gap:var(--cc-space-30);color:var(--cc-text);font-size:var(--cc-size-small);line-height:var(--cc-line)}
.cc-outline h2{margin:0}
.cc-outline-tools{position:sticky;top:0;z-index:2;display:flex;flex-wrap:wrap;gap:var(--cc-space-20);align-items:center;padding:var(--cc-space-20) 0;background:var(--cc-body)}
.cc-tree{outline:none;user-select:none}
.cc-line{position:relative;display:flex;align-items:baseline;gap:var(--cc-space-20);padding:3px var(--cc-space-30) 3px 0;border-radius:var(--cc-radius);cursor:pointer;outline:none;scroll-margin:84px 0 24px;content-visibility:auto;contain-intrinsic-size:auto 26px}
.cc-line:hover{background:var(--cc-hover)}
.cc-line:focus-visible{box-shadow:inset 0 0 0 2px var(--cc-link)}
.cc-line.cc-selected{background:var(--cc-info-back);color:var(--cc-info-text);font-weight:var(--cc-semibold)}
.cc-line.cc-absent .cc-line-title{color:var(--cc-weak);font-weight:inherit}
.cc-line-title{flex:1 1 auto;min-width:0;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.cc-line-key{color:var(--cc-weak);font-weight:400}
.cc-selected .cc-line-key{color:inherit}
.cc-twisty{flex:0 0 14px;text-align:center;color:var(--cc-weak);transition:transform .1s}
.cc-twisty.cc-twisted{transform:rotate(90deg)}
.cc-drop-before::before,.cc-drop-after::before{content:'';position:absolute;left:0;right:0;height:2px;background:var(--cc-link);pointer-events:none}
.cc-drop-before::before{top:-1px}
.cc-drop-after::before{bottom:-1px}
.cc-drop-inside{box-shadow:inset 0 0 0 2px var(--cc-link)}
.cc-undo{display:flex;align-items:center;gap:var(--cc-space-30)}
.cc-outline p{margin:0;color:var(--cc-weak)}
@media (prefers-reduced-motion:reduce){.cc-twisty{transition:none}}
`;
