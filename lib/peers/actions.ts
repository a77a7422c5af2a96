"use server";

import { formAction } from "@/lib/action";
import {
  AddPeerVisit,
  addPeerVisit,
  EndPeerLink,
  endPeerLink,
  HoldPeerVisit,
  holdPeerVisit,
  LinkVillages,
  linkVillages,
  SaveNetwork,
  saveNetwork,
} from "./commands";

export const linkVillagesAction = formAction(LinkVillages, "peer.record", linkVillages);
export const addPeerVisitAction = formAction(AddPeerVisit, "peer.record", addPeerVisit);
export const holdPeerVisitAction = formAction(HoldPeerVisit, "peer.record", holdPeerVisit);
export const endPeerLinkAction = formAction(EndPeerLink, "peer.record", endPeerLink);
export const saveNetworkAction = formAction(SaveNetwork, "peer.record", saveNetwork);
