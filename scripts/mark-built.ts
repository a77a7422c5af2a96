import { markBuilt } from "./build";

// For an image whose build ran by itself: tells the start script that it is the one of these sources.
markBuilt(process.env.NEXT_DIST_DIR || ".next");
