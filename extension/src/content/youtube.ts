import { begin } from "./begin";
import { youtube } from "./youtube-page";

begin(youtube);
