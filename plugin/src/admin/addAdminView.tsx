import React from 'react';
import type { Manager } from '@twilio/flex-ui';
import { readAgent } from '../flex/agent';
import type { Flex } from '../flex/placements';
import { ErrorBoundary } from '../frame/ErrorBoundary';
import type { FlexTheme } from '../frame/PasteTheme';
import type { Services } from '../services';
import type { Notifier } from '../notifications/notifier';
import { AdminView } from './AdminView';
import type { PublicationEnd } from './contract';
import { loadEditor } from './loadEditor';
import { loaderStrings as strings } from './loaderStrings';
import { tasksOf } from './tasksOf';

/** Filled in by the build, as for `@twilio/flex-plugin`. */
declare const __FPB_PLUGIN_VERSION: string;

const name = 'customer-context';

/** A little longer than the service keeps what it has read. */
const SERVICE_REMEMBERS_MS = 35_000;

/** A crayon over lines, drawn like Flex's own icons. */
const icon = (
  <svg
    viewBox="0 0 24 24"
    width="24"
    height="24"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    aria-hidden="true"
  >
    <path d="M4.5 6.5h15M4.5 11.5h8M4.5 16.5h5" strokeLinecap="round" />
    <path d="M12.5 18.5l.6-2.6 5.2-5.2a1.4 1.4 0 0 1 2 2l-5.2 5.2z" strokeLinejoin="round" />
  </svg>
);

/**
 * Adds the editor's link and view for admins; for everybody else neither exists. The service checks the role again with
 * every request.
 */
export function addAdminView(
  flex: Flex,
  manager: Manager,
  { post, schema, tracker }: Pick<Services, 'post' | 'schema' | 'tracker'>,
  notifier: Notifier,
  functionsBase: string | undefined,
): void {
  if (post === undefined || functionsBase === undefined || !readAgent(manager).isAdmin) return;
  const service = post;
  const load = () => loadEditor(functionsBase, __FPB_PLUGIN_VERSION);
  const tasks = tasksOf(manager);
  const onLive = (revision: number, revisionId?: string): void => {
    schema.seenRevision({ revision, revisionId });
    // The service may still answer from memory.
    setTimeout(() => schema.seenRevision({ revision, revisionId }), SERVICE_REMEMBERS_MS);
  };

  // How often the view is on the screen: while it is, it says how a publication ended.
  let open = 0;
  const onOpen = (): (() => void) => {
    open += 1;
    return () => void (open -= 1);
  };
  const onEnd = (end: PublicationEnd): void => {
    if (end.status === 'live') {
      const { revision, overwrote } = end;
      tracker.track('Display Schema Published', { revision, overwrote });
      if (open === 0) onLive(revision);
    }
    notifier.over('published');
    notifier.over('notPublished');
    if (open > 0) return;
    if (end.status === 'live') notifier.say('published', String(end.revision));
    else notifier.say('notPublished', end.reason);
  };

  function Root({ theme = {} }: { theme?: FlexTheme }): React.ReactElement {
    return (
      <ErrorBoundary resetKey={undefined}>
        <AdminView
          load={load}
          agent={readAgent(manager)}
          theme={theme}
          tasks={tasks}
          post={service}
          live={schema}
          onLive={onLive}
          onEnd={onEnd}
          onOpen={onOpen}
        />
      </ErrorBoundary>
    );
  }
  const Themed = flex.withTheme(Root as React.ComponentType<never>) as React.ComponentType;

  function Link({ activeView, showLabel }: { activeView?: string; showLabel?: boolean }): React.ReactElement {
    return (
      <flex.SideLink
        // Flex's types leave it out, and its own links have it: the icon alone has no name.
        {...{ 'aria-label': strings.title }}
        showLabel={showLabel === true}
        icon={icon}
        iconActive={icon}
        isActive={activeView === name}
        onClick={() => void flex.Actions.invokeAction('NavigateToView', { viewName: name })}
      >
        {strings.title}
      </flex.SideLink>
    );
  }

  flex.SideNav.Content.add(<Link key={name} />, { sortOrder: 100 });
  flex.ViewCollection.Content.add(
    <flex.View key={name} name={name}>
      <Themed />
    </flex.View>,
  );
}
