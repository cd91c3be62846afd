import React, { useState } from 'react';
import type { Compiled } from '../../../../display/index';
import { ErrorBoundary } from '../../frame/ErrorBoundary';
import { PasteTheme, type FlexTheme } from '../../frame/PasteTheme';
import { ServicesContext } from '../../services';
import { TaskFrame } from '../../TaskFrame';
import { useStyles } from '../../theme/useStyles';
import { editorStrings as strings } from '../strings';
import type { Subject } from './subject';
import { useServicesForPreview } from './useServicesForPreview';

interface Props {
  compiled: Compiled | null;
  subject: Subject;
  theme: FlexTheme;
  width: number;
}

function Panel({ compiled, subject }: Pick<Props, 'compiled' | 'subject'>): React.ReactElement {
  const theme = useStyles();
  const services = useServicesForPreview(compiled, subject);
  const [tab, setTab] = useState('context');
  return (
    <ServicesContext.Provider value={services}>
      <div className={`cc-root ${theme}`} role="region" aria-label={strings.previewPanel}>
        <TaskFrame key={subject.task.sid} task={subject.task} agent={subject.agent} tab={tab} onTab={setTab} />
      </div>
    </ServicesContext.Provider>
  );
}

/** The panel that agents see, drawn by the same components, in a box of the width they would have. */
export function Stage({ compiled, subject, theme, width }: Props): React.ReactElement {
  return (
    <div className="cc-stage" style={{ width, maxWidth: '100%' }}>
      <ErrorBoundary resetKey={subject.task.sid}>
        <PasteTheme theme={theme}>
          <Panel compiled={compiled} subject={subject} />
        </PasteTheme>
      </ErrorBoundary>
    </div>
  );
}
