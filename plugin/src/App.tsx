import React, { useRef, useState } from 'react';
import type { RootContent } from './flex/createRoot';
import { Message } from './frame/Message';
import { ServicesContext, type Services } from './services';
import { strings } from './strings';
import { TaskFrame } from './TaskFrame';
import { useOpenedLinks } from './tracking/useOpenedLinks';
import { useStyles } from './theme/useStyles';

/** The customer context of the task on the screen. The tab that the agent chose stays chosen from task to task. */
export function App({ task, agent, services }: RootContent & { services: Services }): React.ReactElement {
  const theme = useStyles();
  const [tab, setTab] = useState('context');
  const root = useRef<HTMLDivElement>(null);
  useOpenedLinks(root, services.tracker, tab);
  return (
    <ServicesContext.Provider value={services}>
      <div ref={root} className={`cc-root ${theme}`} role="region" aria-label={strings.title}>
        {task === undefined ? (
          <Message text={strings.noTask} />
        ) : (
          <TaskFrame key={task.sid} task={task} agent={agent} tab={tab} onTab={setTab} />
        )}
      </div>
    </ServicesContext.Provider>
  );
}
