import React, { useEffect, useRef, useState } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Tab, TabList, TabPanel, TabPanels, Tabs, useTabState } from '@twilio-paste/core/tabs';
import { SearchIcon } from '@twilio-paste/icons/esm/SearchIcon';
import { strings } from '../strings';
import { SearchBar } from './SearchBar';

export interface FrameTab {
  id: string;
  label: string;
  /** How much there is, beside the label. */
  count?: number | undefined;
  /** What a search in this tab has to tell. */
  matches?: (query: string) => { found: number; total: number };
  /** A tab with a search of its own: goes there. */
  search?: () => void;
  content: (query: string) => React.ReactNode;
}

interface Props {
  tabs: readonly [FrameTab, ...FrameTab[]];
  selected: string;
  onSelect: (id: string) => void;
  /** Above the tabs. */
  header: React.ReactNode;
  /** Beside the tabs. */
  tools?: React.ReactNode;
}

/** Ids are the page's, which is Flex's. */
const domId = (id: string): string => `customer-context-tab-${id}`;

function isTyping(target: EventTarget): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** Header, tabs and search around the panels. Scrolls as one; the tabs stay in sight. */
export function Frame({ tabs, selected, onSelect, header, tools }: Props): React.ReactElement {
  const active = tabs.find((tab) => tab.id === selected) ?? tabs[0];
  const state = useTabState({ selectedId: domId(active.id) });
  const shown = tabs.find((tab) => domId(tab.id) === state.selectedId) ?? active;
  useEffect(() => onSelect(shown.id), [onSelect, shown.id]);

  const [query, setQuery] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const openSearch = (): void => {
    if (shown.search !== undefined) {
      shown.search();
      return;
    }
    setQuery((known) => known ?? '');
    requestAnimationFrame(() => input.current?.focus());
  };
  const closeSearch = (): void => {
    setQuery(undefined);
    opener.current?.focus();
  };
  const counted = shown.matches?.(query ?? '');

  return (
    // Keys pressed anywhere in the panel; the panel itself is no control.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="cc-frame"
      onKeyDown={(event) => {
        if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
        event.preventDefault();
        openSearch();
      }}
    >
      {header}
      <Tabs state={state}>
        <div className="cc-bar">
          <Box flexGrow={1} minWidth="size0" paddingLeft="space50">
            <TabList aria-label={strings.title}>
              {tabs.map((tab) => (
                <Tab key={tab.id} id={domId(tab.id)}>
                  {tab.count === undefined ? tab.label : `${tab.label} ${tab.count}`}
                </Tab>
              ))}
            </TabList>
          </Box>
          <Box display="flex" alignItems="center" columnGap="space30" marginLeft="auto" paddingX="space50">
            <Button
              ref={opener}
              variant="secondary_icon"
              size="reset"
              aria-expanded={query !== undefined && counted !== undefined}
              onClick={query === undefined || counted === undefined ? openSearch : closeSearch}
            >
              <SearchIcon decorative={false} title={strings.searchLabel} />
            </Button>
            {tools}
          </Box>
          {query !== undefined && counted !== undefined && (
            <div className="cc-search">
              <SearchBar
                query={query}
                found={counted.found}
                total={counted.total}
                onQuery={setQuery}
                onClose={closeSearch}
                input={input}
              />
            </div>
          )}
        </div>
        <TabPanels>
          {tabs.map((tab) => (
            <TabPanel key={tab.id} tabId={domId(tab.id)}>
              {tab.id === shown.id && tab.content(query ?? '')}
            </TabPanel>
          ))}
        </TabPanels>
      </Tabs>
    </div>
  );
}
