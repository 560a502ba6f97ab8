package io.watchfloor.signin.consent;

import io.watchfloor.support.OnTwoNodes;

/**
 * The same on two nodes, each of which answers every other request.
 */
@OnTwoNodes
class WriteConsentOnTwoNodesTests extends WriteConsentTests {

}
