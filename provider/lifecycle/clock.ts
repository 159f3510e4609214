export { REAL_CLOCK, type Clock } from "../clock";
