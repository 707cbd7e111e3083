/** 电梯里，队伍里: six pictures on warm paper, 1200 × 900, in the sisters' colours. */
import { askTheFloor, bagInFront, firstOut } from './manners-lift.mjs';
import { escalator, letThemFirst, yellowLine } from './manners-queue.mjs';

export const MANNERS = [firstOut, askTheFloor, bagInFront, escalator, yellowLine, letThemFirst];
