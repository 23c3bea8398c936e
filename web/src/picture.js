// The picture.
import { select } from "d3";
select("body");
