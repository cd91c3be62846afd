/**
 * The one sheet behind every row and value. Classes start with `cc-`; colours, sizes and spaces come from Paste's tokens
 * (tokens.ts). Labels stand beside values from 420 px on, above them below that.
 */
export const css = `
.cc-root{display:flex;flex-direction:column;flex:1 1 0;min-height:0;min-width:0;color:var(--cc-text);background:var(--cc-body);font-size:var(--cc-size);line-height:var(--cc-line)}
.cc-frame{flex:1 1 0;min-height:0;overflow:auto}
.cc-bar{position:sticky;top:0;z-index:2;display:flex;flex-wrap:wrap;align-items:center;background:var(--cc-body);border-bottom:1px solid var(--cc-border)}
.cc-bar [role=tablist]>*{margin-bottom:0;border-bottom:0}
.cc-search{flex-basis:100%}
.cc-highlights{display:flex;flex-wrap:wrap;align-items:baseline;gap:var(--cc-space-30) var(--cc-space-50);margin:0;padding:var(--cc-space-40) var(--cc-space-50);overflow-wrap:anywhere;font-size:var(--cc-size);line-height:var(--cc-line)}
.cc-highlights>div{min-width:0}
.cc-highlights dt{font-size:var(--cc-size-small);line-height:var(--cc-line-small);color:var(--cc-weak)}
.cc-highlights dd{margin:0}
.cc-room dt::after,.cc-room dd::after{content:'';display:inline-block;width:5em;height:.8em;border-radius:var(--cc-radius);background:var(--cc-hover)}
.cc-room.cc-first dd::after{width:8em}
.cc-highlights .cc-first{flex-basis:100%}
.cc-first .cc-badge{padding:2px var(--cc-space-40);font-size:var(--cc-size);line-height:var(--cc-line);font-weight:var(--cc-semibold)}
.cc-first dd{font-size:var(--cc-size-large);line-height:var(--cc-line-large);font-weight:var(--cc-semibold)}
.cc-panel{font-size:var(--cc-size);line-height:var(--cc-line);color:var(--cc-text);background:var(--cc-body);overflow-wrap:anywhere;outline-offset:-2px}
.cc-panel dl,.cc-panel dd,.cc-panel ul,.cc-panel h3{margin:0;padding:0}
.cc-far{content-visibility:auto}
.cc-section{border-top:1px solid var(--cc-border)}
.cc-section:first-child{border-top:0}
.cc-heading{display:flex;align-items:center;font-size:var(--cc-size);line-height:var(--cc-line);font-weight:var(--cc-semibold)}
.cc-fold{all:unset;box-sizing:border-box;display:flex;align-items:center;gap:var(--cc-space-20);cursor:pointer;border-radius:var(--cc-radius);font:inherit;color:inherit}
.cc-heading .cc-fold{flex:1;padding:var(--cc-space-30) var(--cc-space-50)}
.cc-heading-text{padding:var(--cc-space-30) var(--cc-space-50)}
.cc-fold::before{content:'';flex:none;width:0;height:0;margin:0 2px;border:4px solid transparent;border-left-color:currentColor;border-right-width:0}
.cc-fold[aria-expanded=true]::before{border:4px solid transparent;border-top-color:currentColor;border-bottom-width:0;margin:0}
.cc-weak{color:var(--cc-weak);font-weight:400}
.cc-rows{padding:var(--cc-space-20) 0}
.cc-panel dt{padding:var(--cc-space-20) var(--cc-space-50) 0;color:var(--cc-weak)}
.cc-panel dd{padding:0 var(--cc-space-50) var(--cc-space-20);font-variant-numeric:tabular-nums}
.cc-panel dd:hover,.cc-panel dt:hover+dd,.cc-panel dd:focus-within{position:relative;background:var(--cc-hover)}
.cc-panel dd:focus-visible{outline:none;box-shadow:var(--cc-focus);z-index:1}
.cc-panel dd.cc-group{padding:0 0 0 var(--cc-space-40);margin-left:var(--cc-space-50);border-left:2px solid var(--cc-border)}
.cc-panel dd.cc-group:empty{display:none}
.cc-panel dd.cc-group:hover,.cc-panel dt:hover+dd.cc-group,.cc-panel dd.cc-group:focus-within{background:none}
.cc-panel dd.cc-group>.cc-weak{padding:0 var(--cc-space-50)}
.cc-long{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:4;overflow:hidden;white-space:pre-wrap}
.cc-long-open{white-space:pre-wrap}
.cc-pre{margin:0;font-family:var(--cc-font-code);font-size:var(--cc-size-small);white-space:pre-wrap}
.cc-plain{all:unset;cursor:pointer;color:var(--cc-link);border-radius:var(--cc-radius);text-decoration:underline}
.cc-plain:hover,.cc-link:hover{text-decoration:none}
.cc-plain[disabled]{color:var(--cc-weak);cursor:default;text-decoration:none}
.cc-link{color:var(--cc-link);border-radius:var(--cc-radius)}
.cc-plain:focus-visible,.cc-link:focus-visible,.cc-fold:focus-visible,.cc-tool:focus-visible{outline:none;box-shadow:var(--cc-focus);z-index:1}
.cc-panel:focus-visible{outline:2px solid var(--cc-link)}
.cc-small{margin-left:var(--cc-space-20);font-size:var(--cc-size-small);color:var(--cc-weak)}
.cc-block{display:block;font-size:var(--cc-size-small);line-height:var(--cc-line-small);color:var(--cc-weak)}
.cc-changed{display:inline-block;margin-left:var(--cc-space-30);font-size:var(--cc-size-small);line-height:var(--cc-line-small);color:var(--cc-new-text);font-weight:400;white-space:nowrap}
.cc-changed::before{content:'';display:inline-block;width:6px;height:6px;margin-right:var(--cc-space-20);border-radius:50%;background:currentColor;vertical-align:middle}
.cc-badge{display:inline-flex;align-items:center;gap:var(--cc-space-20);max-width:100%;padding:0 var(--cc-space-30);border:1px solid;border-radius:var(--cc-pill);font-size:var(--cc-size-small);line-height:1.125rem;font-weight:var(--cc-medium)}
.cc-tone-neutral{color:var(--cc-neutral-text);background:var(--cc-neutral-back);border-color:var(--cc-neutral-border)}
.cc-tone-info{color:var(--cc-info-text);background:var(--cc-info-back);border-color:var(--cc-info-border)}
.cc-tone-success{color:var(--cc-success-text);background:var(--cc-success-back);border-color:var(--cc-success-border)}
.cc-tone-warning{color:var(--cc-warning-text);background:var(--cc-warning-back);border-color:var(--cc-warning-border)}
.cc-tone-error{color:var(--cc-error-text);background:var(--cc-error-back);border-color:var(--cc-error-border)}
.cc-tone-new{color:var(--cc-new-text);background:var(--cc-new-back);border-color:var(--cc-new-border)}
.cc-text-info{color:var(--cc-info-text)}
.cc-text-success{color:var(--cc-success-text)}
.cc-text-warning{color:var(--cc-warning-text)}
.cc-text-error{color:var(--cc-error-text)}
.cc-text-new{color:var(--cc-new-text)}
.cc-icon{display:inline-block;width:1em;height:1em;vertical-align:-.125em;margin-right:var(--cc-space-20)}
.cc-icon>span,.cc-icon svg{display:block;width:100%;height:100%}
.cc-badge .cc-icon{flex:none;margin-right:0}
.cc-empty{color:var(--cc-weak);font-style:italic}
.cc-tags{display:flex;flex-wrap:wrap;gap:var(--cc-space-20);list-style:none}
.cc-list{list-style:none}
.cc-list>li+li{margin-top:var(--cc-space-20)}
.cc-stars{margin-right:var(--cc-space-30);letter-spacing:.1em;color:var(--cc-warning-text)}
.cc-scroll{overflow-x:auto;border:1px solid var(--cc-border);border-radius:var(--cc-radius)}
.cc-table{border-collapse:collapse;width:100%;color:inherit;font-size:var(--cc-size-small);overflow-wrap:normal}
.cc-table th,.cc-table td{padding:var(--cc-space-20) var(--cc-space-30);text-align:start;vertical-align:top;border-bottom:1px solid var(--cc-border)}
.cc-table th{color:var(--cc-weak);font-weight:var(--cc-medium);white-space:nowrap}
.cc-table tr:last-child td{border-bottom:0}
.cc-image{display:block;max-width:100%;height:auto;border-radius:var(--cc-radius)}
.cc-tools{position:absolute;top:0;right:var(--cc-space-30);display:flex;gap:var(--cc-space-10);padding:2px;border-radius:var(--cc-radius);background:var(--cc-hover);z-index:1}
.cc-tool{all:unset;display:flex;padding:var(--cc-space-20);border-radius:var(--cc-radius);cursor:pointer;color:var(--cc-weak)}
.cc-tool:hover{color:var(--cc-link)}
.cc-tool svg,.cc-about svg{display:block;width:1rem;height:1rem}
.cc-about{all:unset;display:inline-block;margin-left:var(--cc-space-20);vertical-align:-.2em;cursor:pointer;border-radius:50%}
.cc-about:focus-visible{box-shadow:var(--cc-focus)}
.cc-why{flex-basis:100%}
.cc-hidden{position:absolute;width:1px;height:1px;margin:-1px;padding:0;overflow:hidden;clip:rect(0 0 0 0);white-space:nowrap;border:0}
.cc-panel.cc-wide dl{display:grid;grid-template-columns:38% minmax(0,1fr)}
.cc-panel.cc-wide dt{padding:var(--cc-space-20) 0 var(--cc-space-20) var(--cc-space-50)}
.cc-panel.cc-wide dd{padding:var(--cc-space-20) var(--cc-space-50) var(--cc-space-20) var(--cc-space-40)}
.cc-panel.cc-wide .cc-group{grid-column:1/-1}
`;
