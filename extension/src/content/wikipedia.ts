import { begin } from "./begin";
import { wikipedia } from "./wikipedia-page";

begin(wikipedia);
