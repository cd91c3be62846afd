import React from 'react';
import { Box } from '@twilio-paste/core/box';
import { HelpText } from '@twilio-paste/core/help-text';
import { ScreenReaderOnly } from '@twilio-paste/core/screen-reader-only';
import type { NodeProblem } from '../problems';
import { strings } from '../strings';

const sentence = (message: string): string => message.charAt(0).toUpperCase() + message.slice(1);

/** Problems under the control that they are about. */
export function ProblemList({ id, problems }: { id: string; problems: readonly NodeProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <Box id={id}>
      {problems.map(({ severity, pointer, message }) => (
        <HelpText key={`${pointer} ${message}`} variant={severity === 'error' ? 'error' : 'warning'}>
          <ScreenReaderOnly>{severity === 'error' ? strings.error : strings.warning} </ScreenReaderOnly>
          {sentence(message)}
        </HelpText>
      ))}
    </Box>
  );
}
