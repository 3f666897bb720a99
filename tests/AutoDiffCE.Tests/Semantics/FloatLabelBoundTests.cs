namespace AutoDiffCE.Tests.Semantics;

public class FloatLabelBoundTests : LabelBoundTests<float>;
