import React from 'react';
import { Box } from '@twilio-paste/core/box';
import { Input } from '@twilio-paste/core/input';
import { Option, Select } from '@twilio-paste/core/select';
import { SearchIcon } from '@twilio-paste/icons/esm/SearchIcon';
import { strings } from '../strings';
import type { EventFilter } from './filter';

interface Props {
  names: readonly { name: string; label: string }[];
  filter: EventFilter;
  onFilter: (filter: EventFilter) => void;
  /** How much of what is here is shown. */
  summary: string;
  input: React.RefObject<HTMLInputElement>;
}

/** An option's value of its own: an event may have any name. */
const EVERY = 'every';
const ONE = 'one:';

/** Which events are shown, and of which time. */
export function Toolbar({ names, filter, onFilter, summary, input }: Props): React.ReactElement {
  return (
    <Box
      display="flex"
      flexWrap="wrap"
      alignItems="center"
      columnGap="space30"
      rowGap="space30"
      paddingX="space50"
      paddingTop="space40"
      paddingBottom="space30"
      role="search"
    >
      <Box flex="1 1 9rem" minWidth="size0">
        <Select
          aria-label={strings.eventNames}
          value={filter.name === undefined ? EVERY : `${ONE}${filter.name}`}
          onChange={({ target: { value } }) =>
            onFilter({ ...filter, name: value === EVERY ? undefined : value.slice(ONE.length) })
          }
        >
          <Option value={EVERY}>{strings.allEvents}</Option>
          <>
            {names.map(({ name, label }) => (
              <Option key={name} value={`${ONE}${name}`}>
                {label}
              </Option>
            ))}
          </>
        </Select>
      </Box>
      <Box flex="1 1 9rem" minWidth="size0">
        <Input
          ref={input}
          type="text"
          aria-label={strings.filterEvents}
          placeholder={strings.filter}
          value={filter.text}
          insertBefore={<SearchIcon decorative size="sizeIcon10" />}
          onChange={(event) => onFilter({ ...filter, text: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || filter.text === '') return;
            event.stopPropagation();
            onFilter({ ...filter, text: '' });
          }}
        />
      </Box>
      <Box role="status" color="colorTextWeak" fontSize="fontSize20" lineHeight="lineHeight20" flexShrink={0}>
        {summary}
      </Box>
    </Box>
  );
}
