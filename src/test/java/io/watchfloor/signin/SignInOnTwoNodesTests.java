package io.watchfloor.signin;

import io.watchfloor.support.OnTwoNodes;

/**
 * The same on two nodes, each of which answers every other request.
 */
@OnTwoNodes
class SignInOnTwoNodesTests extends SignInTests {

}
