import React from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Input } from '@twilio-paste/core/input';
import { CloseIcon } from '@twilio-paste/icons/esm/CloseIcon';
import { SearchIcon } from '@twilio-paste/icons/esm/SearchIcon';
import { strings } from '../strings';

interface Props {
  query: string;
  found: number;
  total: number;
  onQuery: (query: string) => void;
  onClose: () => void;
  input: React.RefObject<HTMLInputElement>;
}

/** Filters the panel below it. Escape clears what was typed, and closes the bar when there is nothing to clear. */
export function SearchBar({ query, found, total, onQuery, onClose, input }: Props): React.ReactElement {
  const count = query.trim() === '' ? '' : strings.found(found, total);
  return (
    <Box paddingX="space50" paddingY="space30" role="search">
      <Box display="flex" alignItems="center" columnGap="space30">
        <Box flexGrow={1} minWidth="size0">
          <Input
            ref={input}
            type="text"
            aria-label={strings.searchLabel}
            placeholder={strings.search}
            value={query}
            insertBefore={<SearchIcon decorative size="sizeIcon10" />}
            onChange={(event) => onQuery(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              event.stopPropagation();
              if (query === '') onClose();
              else onQuery('');
            }}
          />
        </Box>
        <Button variant="secondary_icon" size="reset" onClick={onClose}>
          <CloseIcon decorative={false} title={strings.closeSearch} />
        </Button>
      </Box>
      <Box role="status" color="colorTextWeak" fontSize="fontSize20" lineHeight="lineHeight20">
        {count}
      </Box>
    </Box>
  );
}
