import React from 'react';
import { render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFlex, createManager, FlexContext } from './testing/flex-ui';
import { builtIn } from './settings';
import { CustomerContextPlugin } from './plugin';

type Flex = Parameters<CustomerContextPlugin['init']>[0];
type Manager = Parameters<CustomerContextPlugin['init']>[1];

const start = (flex: unknown, manager: unknown = createManager()): void =>
  new CustomerContextPlugin().init(flex as Flex, manager as Manager);

describe('plugin', () => {
  beforeEach(() => {
    vi.spyOn(console, 'log').mockReturnValue();
  });
  afterEach(() => {
    vi.restoreAllMocks();
    builtIn.placement = undefined;
  });

  it.each(['panel2', 'tab', 'profiles'])('adds its panel and replaces nothing (%s)', (placement) => {
    builtIn.placement = placement;
    const flex = createFlex();
    start(flex);
    const places = {
      panel2: flex.CRMContainer.Content.added,
      tab: flex.TaskCanvasTabs.Content.added,
      profiles: flex.UnifiedProfilesContainer.ProfileTabs.Content.added,
    };
    expect(Object.entries(places).filter(([, added]) => added.length > 0)).toEqual([[placement, [expect.anything()]]]);
  });

  it('shows the context of the task that Flex has on the screen', () => {
    const flex = createFlex();
    start(flex);
    const { element } = flex.CRMContainer.Content.added[0]!;
    const shown = (name: string) => (
      <FlexContext.Provider value={{ task: { sid: `WR-${name}`, attributes: { context: { name } } }, theme: {} }}>
        {element}
      </FlexContext.Provider>
    );
    const { rerender } = render(shown('Ana'));
    expect(screen.getByText('Ana')).toBeInTheDocument();
    rerender(shown('Ben'));
    expect(screen.queryByText('Ana')).not.toBeInTheDocument();
    expect(screen.getByText('Ben')).toBeInTheDocument();
  });

  it('starts nothing and throws nothing in a Flex that lacks what it needs', () => {
    const error = vi.spyOn(console, 'error').mockReturnValue();
    expect(() => start({})).not.toThrow();
    expect(error).toHaveBeenCalled();
  });
});
