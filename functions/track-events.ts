import { twilioHandler } from '../service/edge/handler';
import { trackEventsRoute } from '../service/routes/track-events';

export const handler = twilioHandler(trackEventsRoute());
