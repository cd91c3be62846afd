import { it } from 'vitest';
import { flexPage } from './support/flex';

const open = flexPage();

it('goes on beside a chat: the customer answers, the context changes, and neither disturbs the other', async () => {
  const { flex } = open;
  flex.control.reset();
  await flex.open();
  const chat = flex.control.tasks().find(({ channel }) => channel === 'chat');
  if (!chat) throw new Error('The sandbox has no chat waiting.');
  await flex.select(chat);
  await flex.accept(chat);
  await flex.panel.locator('dt').first().waitFor();
  const message = flex.page.locator('.Twilio-MessageInputArea-TextArea textarea');
  await message.click();
  await message.pressSequentially('Good morning');
  await flex.page.keyboard.press('Enter');
  await flex.page.locator('.Twilio-MessagingCanvas').getByText('Good morning').first().waitFor();
  flex.control.customerSays(chat.sid, 'Thank you for joining');
  await flex.page.locator('.Twilio-MessagingCanvas').getByText('Thank you for joining').first().waitFor();
  flex.control.updateAttributes(chat.sid, {
    ...chat.attributes,
    context: { ...(chat.attributes['context'] as object), solved: 'yes, in the chat' },
  });
  await flex.panel.getByText('yes, in the chat').waitFor();
  flex.control.customerSays(chat.sid, 'All is well now');
  await flex.page.locator('.Twilio-MessagingCanvas').getByText('All is well now').first().waitFor();
});
