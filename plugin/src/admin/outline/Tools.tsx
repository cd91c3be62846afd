import React from 'react';
import { Button } from '@twilio-paste/core/button';
import { ArrowDownIcon } from '@twilio-paste/icons/esm/ArrowDownIcon';
import { ArrowUpIcon } from '@twilio-paste/icons/esm/ArrowUpIcon';
import { DeleteIcon } from '@twilio-paste/icons/esm/DeleteIcon';
import { PlusIcon } from '@twilio-paste/icons/esm/PlusIcon';
import type { Json } from '../../../../display/json';
import type { OutlineNode } from '../../../../editor/outline';
import { moveDown, moveUp } from '../../../../editor/outline/operations';
import { IconButton } from '../form/theme/ItemButtons';
import { additionsAt } from './additions';
import { strings } from './strings';
import type { Edits } from './useEdits';

interface Props {
  document: Json;
  node: OutlineNode;
  edits: Edits;
  /** Whether the part is an item of a list. */
  canEdit: boolean;
}

/** What can be done with the selected part. */
export function Tools({ document, node, edits, canEdit }: Props): React.ReactElement {
  const can = (edit: unknown) => canEdit && edit !== undefined;
  return (
    <div className="cc-outline-tools" role="group" aria-label={strings.tools}>
      {additionsAt(node).map((addition) => (
        <Button key={addition.kind} variant="secondary" size="small" onClick={() => edits.add(addition)}>
          <PlusIcon decorative />
          {strings.add[addition.kind]}
        </Button>
      ))}
      {canEdit && (
        <>
          <IconButton
            title={strings.up(node.title)}
            icon={<ArrowUpIcon decorative size="sizeIcon20" />}
            onClick={can(moveUp(document, node.pointer)) ? () => edits.move(node, 'up') : undefined}
          />
          <IconButton
            title={strings.down(node.title)}
            icon={<ArrowDownIcon decorative size="sizeIcon20" />}
            onClick={can(moveDown(document, node.pointer)) ? () => edits.move(node, 'down') : undefined}
          />
          <IconButton
            title={strings.remove(node.title)}
            icon={<DeleteIcon decorative size="sizeIcon20" />}
            onClick={() => edits.remove(node)}
          />
        </>
      )}
    </div>
  );
}
