import { twilioHandler } from '../../service/edge/handler';
import { historyRoute } from '../../service/publish/routes';

export const handler = twilioHandler(historyRoute());
