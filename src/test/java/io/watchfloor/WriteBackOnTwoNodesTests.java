package io.watchfloor;

import io.watchfloor.support.OnTwoNodes;

/**
 * The same on two nodes, each of which answers every other request.
 */
@OnTwoNodes
class WriteBackOnTwoNodesTests extends WriteBackTests {

}
