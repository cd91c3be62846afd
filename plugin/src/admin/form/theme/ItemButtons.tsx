import React from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { ArrowDownIcon } from '@twilio-paste/icons/esm/ArrowDownIcon';
import { ArrowUpIcon } from '@twilio-paste/icons/esm/ArrowUpIcon';
import { DeleteIcon } from '@twilio-paste/icons/esm/DeleteIcon';
import { strings } from '../strings';

interface Props {
  /** What the buttons are about, for their names: "Mapping 2". */
  name: string;
  /** Left out where the item can't go that way. */
  onUp?: (() => void) | undefined;
  onDown?: (() => void) | undefined;
  onRemove: () => void;
}

/** Up, down and remove of one item of a list. */
export function ItemButtons({ name, onUp, onDown, onRemove }: Props): React.ReactElement {
  return (
    <Box display="flex" columnGap="space20" flexShrink={0}>
      <IconButton title={strings.up(name)} onClick={onUp} icon={<ArrowUpIcon decorative size="sizeIcon10" />} />
      <IconButton title={strings.down(name)} onClick={onDown} icon={<ArrowDownIcon decorative size="sizeIcon10" />} />
      <IconButton title={strings.remove(name)} onClick={onRemove} icon={<DeleteIcon decorative size="sizeIcon10" />} />
    </Box>
  );
}

interface IconButtonProps {
  title: string;
  icon: React.ReactElement;
  onClick?: (() => void) | undefined;
}

/** A small button with a picture only. One that can't do anything now stays reachable, so that focus is not lost. */
export function IconButton({ title, icon, onClick }: IconButtonProps): React.ReactElement {
  const disabled = onClick === undefined;
  return (
    <Button
      variant="secondary_icon"
      size="icon_small"
      title={title}
      aria-label={title}
      aria-disabled={disabled}
      onClick={onClick}
    >
      {icon}
    </Button>
  );
}
