import React, { useMemo } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { ErrorBoundary } from '../frame/ErrorBoundary';
import { Message } from '../frame/Message';
import { PasteTheme } from '../frame/PasteTheme';
import type { EditorHost } from './contract';
import { withOwnErrors } from './ownErrors';
import { usePublished } from './published';
import { said } from './said';
import { editorStrings as strings } from './strings';
import { useEditorStyles } from './useEditorStyles';
import { Workbench } from './Workbench';

function Loader(host: EditorHost): React.ReactElement {
  const styles = useEditorStyles();
  const { published, failure, reload } = usePublished(host.post);
  return (
    <div className={`cc-editor ${styles}`} role="region" aria-label={strings.title}>
      {published !== undefined && <Workbench host={host} published={published} reload={reload} />}
      {published === undefined && failure === undefined && (
        <div role="status">
          <Message text={strings.loadingPublished} />
        </div>
      )}
      {published === undefined && failure !== undefined && (
        <div role="alert">
          <Message text={strings.loadFailed(said(failure))} />
          <Box paddingX="space60">
            <Button variant="secondary" onClick={() => void reload()}>
              {strings.retry}
            </Button>
          </Box>
        </div>
      )}
    </div>
  );
}

/** The editor of the display schema: what the second script brings. */
export function Editor({ post, ...given }: EditorHost): React.ReactElement {
  const host = { ...given, post: useMemo(() => withOwnErrors(post), [post]) };
  return (
    <ErrorBoundary resetKey={undefined}>
      <PasteTheme theme={host.theme}>
        <Loader {...host} />
      </PasteTheme>
    </ErrorBoundary>
  );
}
