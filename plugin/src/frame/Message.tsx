import React from 'react';
import { Box } from '@twilio-paste/core/box';
import { Paragraph } from '@twilio-paste/core/paragraph';
import { Text } from '@twilio-paste/core/text';

/** A state of a panel that has nothing to show: one sentence, and for admins what to do about it. */
export function Message({ text, help }: { text: string; help?: string | undefined }): React.ReactElement {
  return (
    <Box padding="space60">
      <Text as="p" color="colorText" fontSize="fontSize30" lineHeight="lineHeight30">
        {text}
      </Text>
      {help !== undefined && (
        <Box marginTop="space40" color="colorTextWeak">
          <Paragraph marginBottom="space0">{help}</Paragraph>
        </Box>
      )}
    </Box>
  );
}
