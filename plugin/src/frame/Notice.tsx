import React from 'react';
import { Box } from '@twilio-paste/core/box';
import { WarningIcon } from '@twilio-paste/icons/esm/WarningIcon';

/** One line above the data, which never pushes the data away. */
export function Notice({ children }: { children: React.ReactNode }): React.ReactElement {
  return (
    <Box
      role="status"
      display="flex"
      alignItems="center"
      columnGap="space30"
      paddingX="space50"
      paddingY="space20"
      backgroundColor="colorBackgroundWarningWeakest"
      color="colorTextWarningStrong"
      fontSize="fontSize20"
      lineHeight="lineHeight20"
    >
      <WarningIcon decorative size="sizeIcon10" />
      <Box flexGrow={1} minWidth="size0">
        {children}
      </Box>
    </Box>
  );
}
