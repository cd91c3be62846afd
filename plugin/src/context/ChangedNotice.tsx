import React from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { strings } from '../strings';

/** Says how many values changed, to screen readers too, and lets the agent be done with them at once. */
export function ChangedNotice({ count, onSeen }: { count: number; onSeen: () => void }): React.ReactElement {
  return (
    <Box
      display="flex"
      flexWrap="wrap"
      alignItems="center"
      columnGap="space40"
      paddingX="space50"
      paddingY={count > 0 ? 'space20' : 'space0'}
      fontSize="fontSize20"
      lineHeight="lineHeight20"
      color="colorTextNew"
    >
      <span role="status">{count > 0 && strings.changedCount(count)}</span>
      {count > 0 && (
        <Button variant="link" size="small" onClick={onSeen}>
          {strings.markSeen}
        </Button>
      )}
    </Box>
  );
}
