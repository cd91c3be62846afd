import React from 'react';
import { Box } from '@twilio-paste/core/box';
import { SkeletonLoader } from '@twilio-paste/core/skeleton-loader';
import { strings } from '../strings';

const rows = [0, 1, 2, 3, 4, 5];

/** Rows to come, as high as they will be, so that nothing jumps. */
export function Loading(): React.ReactElement {
  return (
    <Box role="status" paddingX="space50" paddingY="space20">
      <span className="cc-hidden">{strings.loading}</span>
      {rows.map((row) => (
        <Box key={row} paddingY="space20" display="flex" columnGap="space40">
          <Box width="38%">
            <SkeletonLoader height="sizeIcon20" width="60%" />
          </Box>
          <Box flexGrow={1}>
            <SkeletonLoader height="sizeIcon20" width={row % 2 === 0 ? '70%' : '45%'} />
          </Box>
        </Box>
      ))}
    </Box>
  );
}
