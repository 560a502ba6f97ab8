package io.watchfloor.web.format;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import io.watchfloor.queue.ProductWords;
import org.jspecify.annotations.Nullable;

/**
 * Names the products and sensors for which the API has one word each, and older ones
 * besides: see {@link ProductWords}.
 *
 * @see <a href= "https://learn.microsoft.com/en-us/defender-xdr/api-list-incidents">List
 * incidents API in Microsoft Defender XDR</a>
 */
public final class ProductNames {

	/**
	 * The names by the API's words, whose capitals differ from answer to answer
	 * ({@code AzureADIdentityProtection}, {@code azureAdIdentityProtection}).
	 */
	private static final Map<String, String> NAMES = ignoringCase(
			Map.ofEntries(Map.entry("MicrosoftDefenderForEndpoint", "Defender for Endpoint"),
					Map.entry("MicrosoftDefenderForOffice365", "Defender for Office 365"),
					Map.entry("MicrosoftDefenderForIdentity", "Defender for Identity"),
					Map.entry("MicrosoftDefenderForCloudApps", "Defender for Cloud Apps"),
					Map.entry("Microsoft365Defender", "Defender XDR"),
					Map.entry("AzureADIdentityProtection", "Entra ID Protection"),
					Map.entry("MicrosoftAppGovernance", "App governance"),
					Map.entry("DataLossPrevention", "Purview Data Loss Prevention"),
					Map.entry("MicrosoftDefenderForCloud", "Defender for Cloud"),
					Map.entry("MicrosoftSentinel", "Microsoft Sentinel"), Map.entry("Antivirus", "Defender Antivirus"),
					Map.entry("SmartScreen", "SmartScreen"), Map.entry("CustomDetection", "Custom detection"),
					Map.entry("CustomTi", "Custom threat indicators"),
					Map.entry("AutomatedInvestigation", "Automated investigation"),
					Map.entry("MicrosoftThreatExperts", "Defender Experts"),
					Map.entry("AppGovernancePolicy", "App governance policy"),
					Map.entry("AppGovernanceDetection", "App governance detection"),
					Map.entry("MicrosoftInsiderRiskManagement", "Purview Insider Risk Management"),
					Map.entry("MicrosoftDataLossPrevention", "Purview Data Loss Prevention"),
					Map.entry("MicrosoftThreatIntelligence", "Defender Threat Intelligence"),
					Map.entry("MicrosoftDefenderThreatIntelligenceAnalytics", "Defender Threat Intelligence analytics"),
					Map.entry("MicrosoftDefenderForIoT", "Defender for IoT"),
					Map.entry("MicrosoftDefenderForServers", "Defender for Servers"),
					Map.entry("MicrosoftDefenderForStorage", "Defender for Storage"),
					Map.entry("MicrosoftDefenderForDNS", "Defender for DNS"),
					Map.entry("MicrosoftDefenderForDatabases", "Defender for Databases"),
					Map.entry("MicrosoftDefenderForContainers", "Defender for Containers"),
					Map.entry("MicrosoftDefenderForNetwork", "Defender for Network"),
					Map.entry("MicrosoftDefenderForAppService", "Defender for App Service"),
					Map.entry("MicrosoftDefenderForKeyVault", "Defender for Key Vault"),
					Map.entry("MicrosoftDefenderForResourceManager", "Defender for Resource Manager"),
					Map.entry("MicrosoftDefenderForApiManagement", "Defender for APIs"),
					Map.entry("MicrosoftDefenderForAIServices", "Defender for AI services"),
					Map.entry("NrtAlerts", "Sentinel near-real-time rule"),
					Map.entry("ScheduledAlerts", "Sentinel scheduled rule"),
					Map.entry("BuiltInMl", "Sentinel machine learning"),
					Map.entry("SecurityCopilot", "Security Copilot"), Map.entry("Manual", "Created by hand")));

	private static final Pattern PREFIX = Pattern.compile("^(Defender for|Microsoft|Purview) ");

	private ProductNames() {
	}

	private static Map<String, String> ignoringCase(Map<String, String> exact) {
		Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		names.putAll(exact);
		return Collections.unmodifiableMap(names);
	}

	/**
	 * Return the readable name of a service source or a detection source.
	 * @param source the API's word
	 * @return the product's name, the API's word itself if it is not known here, or
	 * {@code null} if there is none
	 */
	public static @Nullable String of(@Nullable String source) {
		return (source != null) ? NAMES.getOrDefault(ProductWords.newest(source), ForeignText.line(source)) : null;
	}

	/**
	 * Return the shortest name of a service source, for tables.
	 * @param source the API's word
	 * @return such as {@code Endpoint} for Defender for Endpoint
	 */
	public static String shortly(String source) {
		String name = of(source);
		return (name != null) ? PREFIX.matcher(name).replaceFirst("") : "";
	}

}
