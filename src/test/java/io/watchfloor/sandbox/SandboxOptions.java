package io.watchfloor.sandbox;

import java.util.List;

/**
 * How to start a sandbox.
 *
 * @param port the port to listen on, on loopback only; 0 for any that is free
 * @param incidents how many incidents the pretend Defender API generates at the start
 * @param lively whether incidents come and change by themselves, and the API's quota
 * holds
 * @param redirectUris the addresses registered for sign-in and sign-out, to the letter
 * @param hostile whether there are incidents whose every text was written by an attacker
 */
public record SandboxOptions(int port, int incidents, boolean lively, List<String> redirectUris, boolean hostile) {

	/**
	 * A tenant to look around in, without hostile incidents.
	 * @param port the port to listen on, on loopback only; 0 for any that is free
	 * @param incidents how many incidents the pretend Defender API generates at the start
	 * @param lively whether incidents come and change by themselves, and the API's quota
	 * holds
	 * @param redirectUris the addresses registered for sign-in and sign-out, to the
	 * letter
	 */
	public SandboxOptions(int port, int incidents, boolean lively, List<String> redirectUris) {
		this(port, incidents, lively, redirectUris, false);
	}

	/**
	 * A sandbox for tests, on any free port, with few incidents and the hostile ones.
	 * @return the options
	 */
	public static SandboxOptions forTests() {
		return new SandboxOptions(0, 100, false, List.of(), true);
	}

}
