/** What traits and events need beyond the sheet of all panels (theme/css.ts); its tokens come from there. */
export const css = `
.cc-skeleton{padding:var(--cc-space-30) var(--cc-space-50)}
.cc-skeleton>div{height:14px;margin:7px 0;border-radius:var(--cc-radius);background:var(--cc-hover);animation:cc-breathe 1.6s ease-in-out infinite alternate}
.cc-skeleton>div:nth-of-type(odd){width:62%}
.cc-skeleton>div:nth-of-type(even){width:80%}
.cc-skeleton-events>div{height:28px;margin:10px 0}
@keyframes cc-breathe{from{opacity:1}to{opacity:.45}}
.cc-refresh{align-items:center;gap:var(--cc-space-20);font-size:var(--cc-size-small);line-height:var(--cc-line-small);font-variant-numeric:tabular-nums;white-space:nowrap}
.cc-refresh[aria-disabled=true]{cursor:default}
.cc-busy svg{animation:cc-turn 1s linear infinite}
@keyframes cc-turn{to{transform:rotate(360deg)}}
@media (prefers-reduced-motion:reduce){.cc-skeleton>div,.cc-busy svg{animation:none}}
.cc-events ol,.cc-events ul{margin:0;padding:0;list-style:none}
.cc-events .cc-event-day{padding:var(--cc-space-30) var(--cc-space-50) var(--cc-space-20);font-size:var(--cc-size);line-height:var(--cc-line);font-weight:var(--cc-semibold)}
.cc-event{position:relative;display:grid;grid-template-columns:1.5rem 3.75rem minmax(0,1fr) auto;column-gap:var(--cc-space-30);align-items:start;padding:var(--cc-space-30) var(--cc-space-50)}
.cc-event:hover{background:var(--cc-hover)}
.cc-event-item:focus-visible{outline:none}
.cc-event-item:focus-visible>.cc-event{box-shadow:var(--cc-focus);z-index:1}
.cc-event-icon{display:flex;align-items:center;justify-content:center;width:1.25rem;height:1.25rem;border:1px solid;border-radius:50%}
.cc-event-icon .cc-icon{width:.75rem;height:.75rem;margin:0}
.cc-event-time,.cc-event-ago{color:var(--cc-weak);font-variant-numeric:tabular-nums;white-space:nowrap}
.cc-event-ago{font-size:var(--cc-size-small)}
.cc-event-name{font-weight:var(--cc-medium)}
.cc-event-main{margin-left:var(--cc-space-40)}
.cc-event-more{display:flex;flex-wrap:wrap;column-gap:var(--cc-space-40);font-size:var(--cc-size-small)}
.cc-event-more>li{min-width:0;max-width:100%}
.cc-event-repeat{all:unset;margin-left:var(--cc-space-30);padding:0 var(--cc-space-30);border:1px solid var(--cc-border-strong);border-radius:var(--cc-pill);font-size:var(--cc-size-small);cursor:pointer;font-variant-numeric:tabular-nums}
.cc-event-repeat:hover{border-color:var(--cc-link);color:var(--cc-link)}
.cc-event-repeat:focus-visible{box-shadow:var(--cc-focus)}
.cc-event-repeat::after{content:'';display:inline-block;width:0;height:0;margin-left:var(--cc-space-20);border:4px solid transparent;border-left-color:currentColor;border-right-width:0;vertical-align:middle}
.cc-event-repeat[aria-expanded=true]::after{border:4px solid transparent;border-top-color:currentColor;border-bottom-width:0}
.cc-events .cc-event-older{margin-left:var(--cc-space-50);border-left:2px solid var(--cc-border)}
@container cc-events (max-width:419px){.cc-event{grid-template-columns:1.5rem minmax(0,1fr) auto}.cc-event-time{grid-column:2;grid-row:1}.cc-event-ago{grid-column:3;grid-row:1}.cc-event-what{grid-column:2/-1}}
.cc-timeline{container:cc-events/inline-size}
`;
