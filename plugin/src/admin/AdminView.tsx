import React, { useCallback, useEffect, useState } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Message } from '../frame/Message';
import { PasteTheme } from '../frame/PasteTheme';
import type { EditorHost, EditorModule } from './contract';
import { EditorError, type EditorTrouble } from './loadEditor';
import { loaderStrings as strings } from './loaderStrings';

interface Props extends EditorHost {
  load: () => Promise<EditorModule>;
  /** The view is on the screen, until what this returns is called. */
  onOpen?: () => () => void;
}

/** The view in Flex: the editor once its script is here, and what to do when it does not come. */
export function AdminView({ load, onOpen, ...host }: Props): React.ReactElement {
  const [editor, setEditor] = useState<EditorModule>();
  const [trouble, setTrouble] = useState<EditorTrouble>();
  const start = useCallback(() => {
    setTrouble(undefined);
    load().then(setEditor, (error: unknown) =>
      setTrouble(error instanceof EditorError ? error.trouble : 'unreachable'),
    );
  }, [load]);
  useEffect(start, [start]);
  useEffect(() => onOpen?.(), [onOpen]);

  // The editor brings a theme of its own: the two scripts share React and nothing else.
  if (editor !== undefined) return <editor.Editor {...host} />;
  return (
    <PasteTheme theme={host.theme}>
      <Box backgroundColor="colorBackgroundBody" flexGrow={1}>
        {trouble === undefined ? (
          <div role="status">
            <Message text={strings.loading} />
          </div>
        ) : (
          <div role="alert">
            <Message
              text={trouble === 'unreachable' ? strings.unreachable : strings.otherVersion}
              help={trouble === 'unreachable' ? strings.unreachableHelp : strings.otherVersionHelp}
            />
            {trouble === 'unreachable' && (
              <Box paddingX="space60">
                <Button variant="secondary" onClick={start}>
                  {strings.retry}
                </Button>
              </Box>
            )}
          </div>
        )}
      </Box>
    </PasteTheme>
  );
}
