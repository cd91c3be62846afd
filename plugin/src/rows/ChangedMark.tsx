import React from 'react';
import { strings } from '../strings';

/** Beside a value that changed since the agent last looked. One element for all of them: it never differs. */
export const changedMark = <span className="cc-changed">{strings.changed}</span>;
