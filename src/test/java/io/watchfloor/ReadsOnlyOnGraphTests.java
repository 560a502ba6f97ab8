package io.watchfloor;

import org.springframework.test.context.TestPropertySource;

/**
 * The same with Microsoft Graph as the source.
 */
@TestPropertySource(properties = "watchfloor.source=graph")
class ReadsOnlyOnGraphTests extends ReadsOnlyTests {

}
