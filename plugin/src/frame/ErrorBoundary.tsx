import React, { Component, type ReactNode } from 'react';
import { reportError } from '../log';
import { strings } from '../strings';

interface Props {
  /** A crash is forgotten when this changes: another task's data may well be fine. */
  resetKey: string | undefined;
  children: ReactNode;
}

interface State {
  crashed: boolean;
  resetKey: string | undefined;
}

/**
 * Around every root that the plugin adds: without it an error while drawing would blank all of Flex. Plain elements,
 * since Paste itself may be what failed.
 */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { crashed: false, resetKey: this.props.resetKey };

  static getDerivedStateFromError(): Partial<State> {
    return { crashed: true };
  }

  static getDerivedStateFromProps(props: Props, state: State): State | null {
    return props.resetKey === state.resetKey ? null : { crashed: false, resetKey: props.resetKey };
  }

  override componentDidCatch(error: unknown): void {
    reportError('A part could not be drawn', error);
  }

  override render(): ReactNode {
    if (!this.state.crashed) return this.props.children;
    return (
      <div role="alert" style={{ padding: '1rem' }}>
        <p>{strings.crashed}</p>
        <button type="button" onClick={() => this.setState({ crashed: false })}>
          {strings.retry}
        </button>
      </div>
    );
  }
}
