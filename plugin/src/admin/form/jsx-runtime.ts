import React from 'react';

/**
 * `react/jsx-runtime` on top of the React that Flex provides: packages that import it (rjsf's do) get no second React, and
 * no `require` is left in a classic script. The build puts this file in its place.
 */
export const Fragment = React.Fragment;

type Props = Record<string, unknown> & { children?: React.ReactNode };

/** An element whose children stand in `props.children`, as compilers of JSX write it. */
export function jsx(type: React.ElementType, props: Props, key?: string): React.ReactElement {
  return React.createElement(type, key === undefined ? props : { ...props, key });
}

/** As `jsx`, for several children that need no keys. */
export function jsxs(type: React.ElementType, { children, ...props }: Props, key?: string): React.ReactElement {
  const all = Array.isArray(children) ? (children as React.ReactNode[]) : [children];
  return React.createElement(type, key === undefined ? props : { ...props, key }, ...all);
}
