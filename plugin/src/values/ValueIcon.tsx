import React from 'react';
import { AttachIcon } from '@twilio-paste/icons/esm/AttachIcon';
import { BusinessIcon } from '@twilio-paste/icons/esm/BusinessIcon';
import { CalendarIcon } from '@twilio-paste/icons/esm/CalendarIcon';
import { CallIcon } from '@twilio-paste/icons/esm/CallIcon';
import { ChatIcon } from '@twilio-paste/icons/esm/ChatIcon';
import { CheckmarkCircleIcon } from '@twilio-paste/icons/esm/CheckmarkCircleIcon';
import { CloseIcon } from '@twilio-paste/icons/esm/CloseIcon';
import { CreditCardIcon } from '@twilio-paste/icons/esm/CreditCardIcon';
import { EmailIcon } from '@twilio-paste/icons/esm/EmailIcon';
import { ErrorIcon } from '@twilio-paste/icons/esm/ErrorIcon';
import { FileIcon } from '@twilio-paste/icons/esm/FileIcon';
import { HistoryIcon } from '@twilio-paste/icons/esm/HistoryIcon';
import { InformationIcon } from '@twilio-paste/icons/esm/InformationIcon';
import { LinkIcon } from '@twilio-paste/icons/esm/LinkIcon';
import { NotesIcon } from '@twilio-paste/icons/esm/NotesIcon';
import { PinIcon } from '@twilio-paste/icons/esm/PinIcon';
import { ProductMarketingCampaignsIcon } from '@twilio-paste/icons/esm/ProductMarketingCampaignsIcon';
import { SearchIcon } from '@twilio-paste/icons/esm/SearchIcon';
import { StarIcon } from '@twilio-paste/icons/esm/StarIcon';
import { UserIcon } from '@twilio-paste/icons/esm/UserIcon';
import { WarningIcon } from '@twilio-paste/icons/esm/WarningIcon';
import type { Icon } from '../../../display/value';
import { isOwnIcon, OwnIconSvg, type OwnIcon } from './ownIcons';

type PasteIcon = typeof UserIcon;

const pasteIcons: Record<Exclude<Icon, OwnIcon>, PasteIcon> = {
  account: BusinessIcon,
  attachment: AttachIcon,
  calendar: CalendarIcon,
  chat: ChatIcon,
  check: CheckmarkCircleIcon,
  clock: HistoryIcon,
  close: CloseIcon,
  'credit-card': CreditCardIcon,
  document: FileIcon,
  email: EmailIcon,
  error: ErrorIcon,
  info: InformationIcon,
  link: LinkIcon,
  location: PinIcon,
  megaphone: ProductMarketingCampaignsIcon,
  phone: CallIcon,
  receipt: NotesIcon,
  search: SearchIcon,
  star: StarIcon,
  user: UserIcon,
  warning: WarningIcon,
};

/** The drawing of an icon's word. Always decorative: the text beside it says the same. */
export function ValueIcon({ icon }: { icon: Icon }): React.ReactElement {
  if (isOwnIcon(icon)) {
    return (
      <span className="cc-icon">
        <OwnIconSvg icon={icon} />
      </span>
    );
  }
  const Paste = pasteIcons[icon];
  return (
    <span className="cc-icon">
      <Paste decorative size="sizeIcon10" />
    </span>
  );
}
