/** What the engine takes to start and to end. */
import "@pulumi/pulumi";
